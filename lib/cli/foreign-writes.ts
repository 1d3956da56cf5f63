import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** The tables of lib/record, as Prisma names them and as SQL does. */
const tables: Record<string, string> = {
  meeting: 'meeting',
  occurrence: 'occurrence',
  invited: 'invited',
  roomStatus: 'room_status',
  joinPress: 'join_press',
  session: 'session',
  attendance: 'attendance',
}
/** Relation fields that lead to one of them: a write can be nested in another row's write. */
const relations = new Set(['meetings', 'occurrences', 'invited', 'runs', 'attendances', 'joinPresses', 'sessions'])

const writes =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/
const nestedWrites = /^(create|createMany|connect|connectOrCreate|update|updateMany|upsert|delete|deleteMany|set)$/
const name = `"?(?:public"?\\."?)?(?:${Object.values(tables).join('|')})"?`
const sqlWrite = new RegExp(
  `\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into|truncate(?:\\s+table)?)\\s+(?:${name}(?![\\w.(])|"?\\$\\{)|\\bcopy\\s+${name}\\s*(?:\\(|from)`,
  'i',
)

/** Who may write: the record itself, and whatever fills or empties whole databases. */
const free = /^lib\/(record|testing|bench)\/|^lib\/db\/restore\.ts$|\.test\.tsx?$|^e2e\//

/**
 * `file:line` for each place outside the record that writes one of its tables, in Prisma calls and in SQL; within
 * the record, each that bypasses `changeList` and `unlisted` (lib/record/change-list.ts).
 */
export function foreignWrites(files: readonly string[]): string[] {
  return files.flatMap((file) => writesIn(file, readFileSync(file, 'utf8')))
}

export function writesIn(file: string, text: string): string[] {
  const isRecord = file.startsWith('lib/record/') && !file.includes('.test.')
  if (free.test(file) && !isRecord) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const complain = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${file}:${line + 1} ${isRecord ? 'bypasses changeList' : 'writes a table of lib/record'}: ${what}`)
  }
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      const delegate = writtenDelegate(node)
      if (delegate && !(isRecord && isCounted(delegate.receiver))) complain(node, delegate.what)
    }
    if (isSqlText(node) && sqlWrite.test(node.getText()) && !(isRecord && isCountedSql(node)))
      complain(node, node.getText().replace(/\s+/g, ' ').slice(0, 60))
    if (!isRecord && ts.isPropertyAssignment(node) && isNestedWrite(node))
      complain(node, `${node.name.getText()}: { … }`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

type Delegate = { receiver: ts.Expression | null; what: string }

/** `x.meeting.update(…)`, `x['meeting'].update(…)`, and `meeting.update(…)` of a destructured client. */
function writtenDelegate({ expression }: ts.CallExpression): Delegate | null {
  if (!ts.isPropertyAccessExpression(expression) || !writes.test(expression.name.text)) return null
  const model = expression.expression
  const what = (table: string) => `${table}.${expression.name.text}()`
  if (ts.isPropertyAccessExpression(model) && model.name.text in tables)
    return { receiver: model.expression, what: what(model.name.text) }
  if (ts.isElementAccessExpression(model) && ts.isStringLiteralLike(model.argumentExpression))
    return model.argumentExpression.text in tables
      ? { receiver: model.expression, what: what(model.argumentExpression.text) }
      : null
  return ts.isIdentifier(model) && model.text in tables ? { receiver: null, what: what(model.text) } : null
}

function isSqlText(node: ts.Node): boolean {
  return ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)
}

/** `changeList(…)`, `unlisted(…)`, or the constant `list` that one of them was kept in. */
function isCounted(receiver: ts.Expression | null): boolean {
  if (receiver === null) return false
  if (ts.isIdentifier(receiver)) return receiver.text === 'list'
  return ts.isCallExpression(receiver) && /^(changeList|unlisted)$/.test(receiver.expression.getText())
}

function isCountedSql(node: ts.Node): boolean {
  const { parent } = node
  return ts.isTaggedTemplateExpression(parent) && ts.isPropertyAccessExpression(parent.tag)
    ? isCounted(parent.tag.expression)
    : false
}

function isNestedWrite({ name: field, initializer }: ts.PropertyAssignment): boolean {
  return (
    relations.has(field.getText()) &&
    ts.isObjectLiteralExpression(initializer) &&
    initializer.properties.some((property) => nestedWrites.test(property.name?.getText() ?? ''))
  )
}
