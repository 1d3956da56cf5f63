import ts from 'typescript'

/** What a file calls its clients, and what it keeps under which name. */
export type Names = { clients: Set<string>; values: Map<string, (ts.Expression | undefined)[]> }

export function namesIn(source: ts.SourceFile): Names {
  const names: Names = { clients: new Set(['tx']), values: new Map() }
  function visit(node: ts.Node): void {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name)) {
      const { text } = node.name
      names.values.set(text, [...(names.values.get(text) ?? []), node.initializer])
      const isKept = node.initializer && isCountedCall(node.initializer)
      if (isKept || isTyped(node) || isOfTransaction(node)) names.clients.add(text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function isTyped({ type }: ts.ParameterDeclaration | ts.VariableDeclaration): boolean {
  return /^(Tx|Db)$/.test(type?.getText() ?? '')
}

function isOfTransaction({ parent }: ts.ParameterDeclaration | ts.VariableDeclaration): boolean {
  const call = parent.parent
  return ts.isCallExpression(call) && /(^inTransaction|\.\$transaction)$/.test(call.expression.getText())
}

/** `tx`, `db()`, `changeList(tx)`, and what a parameter of type `Tx` or `Db` is called. */
export function isClient(node: ts.Node, { clients }: Names): boolean {
  if (ts.isIdentifier(node)) return clients.has(node.text)
  return ts.isCallExpression(node) && (node.expression.getText() === 'db' || isCountedCall(node))
}

/** `changeList(…)` or `unlisted(…)`, whichever of them it turns out to be. */
function isCountedCall(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return isCountedCall(node.whenTrue) && isCountedCall(node.whenFalse)
  return ts.isCallExpression(node) && /^(changeList|unlisted)$/.test(node.expression.getText())
}

/** Such a call, or the constant that one was kept in. */
export function isCounted(client: ts.Expression | null, { values }: Names): boolean {
  if (client === null) return false
  if (!ts.isIdentifier(client)) return isCountedCall(client)
  const kept = values.get(client.text) ?? []
  return kept.length > 0 && kept.every((value) => value !== undefined && isCountedCall(value))
}

export function isCountedSql({ parent }: ts.Node, names: Names): boolean {
  if (!ts.isTaggedTemplateExpression(parent) || !ts.isPropertyAccessExpression(parent.tag)) return false
  return isCounted(parent.tag.expression, names)
}

/** Kept under another name, in an object or a list, returned, taken apart, or asked for a table by a computed name. */
export function isRenamed(client: ts.Expression, file: string): boolean {
  const [node, parent] = outermost(client)
  if (ts.isVariableDeclaration(parent))
    return parent.initializer === node && !(ts.isIdentifier(parent.name) && isCountedCall(node))
  if (ts.isBinaryExpression(parent))
    return parent.right === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return parent.initializer === node
  if (ts.isElementAccessExpression(parent)) return parent.expression === node
  if (ts.isArrowFunction(parent)) return parent.body === node
  if (ts.isReturnStatement(parent)) return file !== 'lib/record/change-list.ts'
  return (
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent)
  )
}

/** `({ meeting }: Tx) => …` */
export function isTakenApart(node: ts.Node): boolean {
  if (!ts.isParameter(node) || ts.isIdentifier(node.name)) return false
  return isTyped(node) || isOfTransaction(node)
}

/** Out of brackets, `as …` and choices between values: what they stand in decides. */
function outermost(node: ts.Expression): [ts.Expression, ts.Node] {
  const { parent } = node
  const isAround =
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && /^(\|\||&&|\?\?|,)$/.test(parent.operatorToken.getText()))
  return isAround ? outermost(parent as ts.Expression) : [node, parent]
}
