/** `odap`: the program without a screen, through the same engine and the same door. */
import { callPlan, listCalls } from './call-command.ts'
import { compare } from './compare-command.ts'
import { draft } from './draft-command.ts'
import { inspect } from './inspect-command.ts'
import { patch } from './patch-command.ts'
import { failed, UsageError } from './say.ts'

const usage = `Usage:
  odap inspect FILE… [--json]              what the program sees in an inventory
  odap draft FILE --out DIR [--json]       a first plan and its deliverables, with the suggested columns
  odap call PLAN CALL JSON                 one call of the contract on a plan file
  odap calls                               the calls with their input schemas
  odap compare ORIGINAL UPDATED [--json]   two workbooks, part by part
  odap patch FILE CHANGES --out FILE       cells, columns and rows from a JSON file, everything else as it was
A draft takes the sheet the open screen would; it names others with the same columns, and --all-sheets takes those too.
Columns that may be an earlier plan’s stay as they are and are named; --take-plan-columns reads them back as answers.
With patch, where nothing is said what is written touches least:
  --write-protected   write the locked cells of protected sheets too; the protection stays on
  --add-to-locked     add sheets although the workbook's structure is locked; it stays locked
  --utf-8             give a text file back in UTF-8 where its own encoding cannot hold the new text
Ends with 0 when it is done, 1 when it was refused or a file could not be read or written, 2 when this usage was not kept to.
`

const commands: Readonly<Record<string, (parameters: readonly string[]) => Promise<number> | number>> = {
  inspect,
  draft,
  call: callPlan,
  calls: listCalls,
  compare,
  patch,
}

const [name = '', ...parameters] = process.argv.slice(2)

try {
  if (name === '--help' || name === 'help') {
    process.stdout.write(usage)
  } else {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(name === '' ? 'Say what to do' : `There is no “${name}”`)
    process.exitCode = await command(parameters)
  }
} catch (cause) {
  if (cause instanceof UsageError) {
    process.stderr.write(`${cause.message}.\n${usage}`)
    process.exitCode = 2
  } else {
    process.exitCode = failed(cause)
  }
}
