import ts from 'typescript'

export type SourceText = { node: ts.Node; text: string }

/** What stands for a value that is only known when the code runs. */
export const unknownText = '\uFFFD'

/**
 * Every text a file writes, as far as it is known: pieces joined by `+`, by a template or through a constant of the same
 * file are one text, however they are cut.
 */
export function textsIn(source: ts.SourceFile): SourceText[] {
  const constants = constantsOf(source)
  const found: SourceText[] = []
  function visit(node: ts.Node): void {
    const text = ts.isExpression(node) ? textOf(node, constants) : null
    if (text !== null) found.push({ node, text })
    // Within a template stand expressions, which may hold texts of their own.
    if (text === null || ts.isTemplateExpression(node)) ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (text, { expression, literal }) => text + pieceOf(expression, constants) + literal.text,
      node.head.text,
    )
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null
  const isText = [node.left, node.right].some((side) => textOf(side, constants) !== null)
  return isText ? pieceOf(node.left, constants) + pieceOf(node.right, constants) : null
}

function pieceOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string {
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? unknownText
  return textOf(node, constants) ?? unknownText
}

function constantsOf(source: ts.SourceFile): Map<string, string> {
  const constants = new Map<string, string>()
  function visit(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const text = textOf(node.initializer, constants)
      if (text !== null) constants.set(node.name.text, text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return constants
}

/** `INSERT` and `FROM` stay apart whatever stands between them. */
export function withoutSqlComments(sql: string): string {
  return sql.replace(/\/\*[\s\S]*?\*\/|--[^\n]*/g, ' ')
}
