import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { isClient, isCounted, isCountedSql, isRenamed, isTakenApart, type Names, namesIn } from './prisma-clients.ts'
import { writesGone, writesRecord } from './record-sql.ts'
import { textsIn } from './source-texts.ts'

/** The tables of lib/record, as Prisma names them. */
const models = new Set([
  'meeting',
  'occurrence',
  'invited',
  'invitedGroup',
  'roomStatus',
  'joinPress',
  'session',
  'attendance',
])
/** Relation fields that lead to one of them: a write can be nested in another row's write. */
const relations = new Set([
  'meetings',
  'occurrences',
  'invited',
  'invitedGroups',
  'runs',
  'attendances',
  'joinPresses',
  'sessions',
])

const reads = /^(find(Unique|First)(OrThrow)?|findMany|count|aggregate|groupBy)$/
const writes =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/
const nestedWrites = /^(create|createMany|connect|connectOrCreate|update|updateMany|upsert|delete|deleteMany|set)$/

/** Who may write: the record itself, and whatever fills or empties whole databases. */
const free = /^lib\/(record|testing|bench)\/|^lib\/db\/restore\.ts$|\.test\.tsx?$|^e2e\//
/** Where the record says that something is gone. */
const marksGone = /^lib\/record\/meetings\/(mark-gone|write-time)\.ts$/

/**
 * `file:line` for each place outside the record that writes one of its tables, in Prisma calls and in SQL, or gives a
 * client or a table another name, behind which a write would go unseen; within the record, each that bypasses
 * `changeList` and `unlisted` (lib/record/change-list.ts) or marks something gone by itself.
 */
export function foreignWrites(files: readonly string[]): string[] {
  return files.flatMap((file) => writesIn(file, readFileSync(file, 'utf8')))
}

export function writesIn(file: string, text: string): string[] {
  const isRecord = file.startsWith('lib/record/') && !file.includes('.test.')
  if (free.test(file) && !isRecord) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const names = namesIn(source)
  const found = new Map<number, string>()
  function complain(node: ts.Node, what: string): void {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const code = node.getText().replace(/\s+/g, ' ').slice(0, 60)
    if (!found.has(line)) found.set(line, `${file}:${line} ${what}: ${code}`)
  }
  const writesTable = isRecord ? 'bypasses changeList' : 'writes a table of lib/record'
  function visit(node: ts.Node): void {
    const client = clientOfWrite(node)
    if (client !== undefined && !(isRecord && isCounted(client, names))) complain(node, writesTable)
    if (isTakenApart(node) || (ts.isExpression(node) && isClient(node, names) && isRenamed(node, file)))
      complain(node.parent, 'gives a client another name')
    if (isKeptModel(node, names)) complain(node.parent, 'gives a table another name')
    if (!isRecord && isNestedWrite(node)) complain(node, writesTable)
    if (isRecord && !marksGone.test(file) && setsGone(node)) complain(node, 'marks something gone beside markGone')
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const { node, text } of textsIn(source)) {
    if (!writesRecord(text)) continue
    if (!(isRecord && isCountedSql(node, names))) complain(node, writesTable)
    else if (writesGone(text) && !marksGone.test(file)) complain(node, 'marks something gone beside markGone')
  }
  return [...found].sort(([a], [b]) => a - b).map(([, complaint]) => complaint)
}

/** `tx.meeting`, anywhere but in `tx.meeting.findMany(…)`: writes are judged by themselves. */
function isKeptModel(node: ts.Node, names: Names): boolean {
  if (!ts.isPropertyAccessExpression(node) || !models.has(node.name.text)) return false
  if (!isClient(node.expression, names)) return false
  const method = node.parent
  if (!ts.isPropertyAccessExpression(method) || method.expression !== node) return true
  const isKnown = reads.test(method.name.text) || writes.test(method.name.text)
  return !(isKnown && ts.isCallExpression(method.parent) && method.parent.expression === method)
}

/**
 * What `x.meeting.update(…)` is called on, and the same in brackets; null for `meeting.update(…)`, of a client taken
 * apart. Undefined: it is no such call.
 */
function clientOfWrite(node: ts.Node): ts.Expression | null | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const method = accessOf(node.expression)
  if (!method || !writes.test(method.name)) return undefined
  if (ts.isIdentifier(method.of)) return models.has(method.of.text) ? null : undefined
  const model = accessOf(method.of)
  return model && models.has(model.name) ? model.of : undefined
}

function accessOf(node: ts.Expression): { of: ts.Expression; name: string } | null {
  if (ts.isPropertyAccessExpression(node)) return { of: node.expression, name: node.name.text }
  if (!ts.isElementAccessExpression(node) || !ts.isStringLiteralLike(node.argumentExpression)) return null
  return { of: node.expression, name: node.argumentExpression.text }
}

/**
 * `meetings: { update: … }` in any object, whatever it is for; in what a write is given, also `{ meetings }` and
 * `meetings: news`, where the words of the write stand elsewhere.
 */
function isNestedWrite(node: ts.Node): boolean {
  if (ts.isShorthandPropertyAssignment(node)) return relations.has(node.name.text) && isWritten(node)
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return false
  if (!relations.has(node.name.getText()) || !node.initializer) return false
  if (!ts.isObjectLiteralExpression(node.initializer)) return ts.isPropertyAssignment(node) && isWritten(node)
  return node.initializer.properties.some((property) => nestedWrites.test(property.name?.getText() ?? ''))
}

/** Within the data of a write, or what is kept as `data`: not in a condition, a choice of columns or a function. */
function isWritten(property: ts.Node): boolean {
  for (let node = property.parent; !ts.isStatement(node); node = node.parent) {
    if (ts.isVariableDeclaration(node)) return /^(data|create|update)$/.test(node.name.getText())
    if (ts.isPropertyAssignment(node) && /^(where|select|include|omit|orderBy)$/.test(node.name.getText())) return false
    if (ts.isFunctionLike(node)) return false
    if (ts.isCallExpression(node)) return writes.test(accessOf(node.expression)?.name ?? '')
  }
  return false
}

/** `goneAt: at`, not the condition `goneAt: null`, nor `goneAt: true`, which asks for it. */
function setsGone(node: ts.Node): boolean {
  if (ts.isShorthandPropertyAssignment(node)) return node.name.text === 'goneAt'
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return accessOf(node.left)?.name === 'goneAt'
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'goneAt') return false
  const value = node.initializer
  if (ts.isObjectLiteralExpression(value)) return value.properties.some(({ name }) => name?.getText() === 'set')
  return value.kind !== ts.SyntaxKind.NullKeyword && value.kind !== ts.SyntaxKind.TrueKeyword
}
