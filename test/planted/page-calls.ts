import type { PlantedFault } from './planted-fault.ts'

/** What the page asks for, of which plan, and when it stops asking. */
export const pageCallFaults: readonly PlantedFault[] = [
  {
    promise: 'A screen shows what belongs to its plan',
    fault: 'it reads whichever plan is open',
    file: 'src/renderer/plan/read.ts',
    find: 'planId === undefined ? {} : { planId })',
    plant: 'planId === undefined ? {} : {})',
    noticedBy: {
      file: 'test/renderer/plan/read.test.tsx',
      test: 'what was read of one plan is not shown for another',
    },
  },
  {
    promise: 'A plan in parts is one plan',
    fault: 'when it is read again another one may come',
    file: 'src/renderer/bridge/plan-in-parts.ts',
    find: "client.call('plan.read', {}, about)",
    plant: "client.call('plan.read', {})",
    noticedBy: { file: 'test/renderer/bridge/plan-in-parts.test.ts', test: 'is read again from the start' },
  },
  {
    promise: 'Closing a plan loses nothing',
    fault: 'it overtakes what waits to be saved',
    file: 'src/renderer/plan/plan-session.ts',
    find: "await turns.take(() => client.call('plan.close', {}, shownPlan()))",
    plant: "await client.call('plan.close', {}, shownPlan())",
    noticedBy: {
      file: 'test/renderer/plan/plan-session.test.ts',
      test: 'once the changes before that have their answers',
    },
  },
  {
    promise: 'What nobody waits for is cancelled',
    fault: 'it goes on when its screen is left',
    file: 'src/renderer/plan/long-call.ts',
    find: '      stop()\n      cancel()\n',
    plant: '      stop()\n',
    noticedBy: { file: 'test/renderer/plan/long-call.test.tsx', test: 'leaving the screen ends what runs' },
  },
  {
    promise: 'An answer to an earlier choice never overwrites a later one',
    fault: 'the answer that was overtaken is used',
    file: 'src/renderer/plan/long-call.ts',
    find: '      if (running.current !== callId) return null\n',
    plant: '',
    noticedBy: { file: 'test/renderer/plan/long-call.test.tsx', test: 'a later call ends the one before it' },
  },
  {
    promise: 'How far a call is, is told of that call',
    fault: 'the progress of any other is shown',
    file: 'src/renderer/plan/long-call.ts',
    find: "event.kind !== 'progress' || event.callId !== running.current",
    plant: "event.kind !== 'progress'",
    noticedBy: {
      file: 'test/renderer/plan/long-call.test.tsx',
      test: 'what is told of another call does not',
    },
  },
  {
    promise: 'A key that answers does nothing besides',
    fault: 'it is typed into the field that comes of it',
    file: 'src/renderer/ui/walk.ts',
    find: '    else return\n    event.preventDefault()\n',
    plant: '    else return\n',
    noticedBy: { file: 'test/renderer/ui/walking.test.tsx', test: 'a key that answers or goes on' },
  },
  {
    promise: 'The page misses no change',
    fault: 'one missed change is passed over',
    file: 'src/renderer/plan/plan-session.ts',
    find: 'answer.value.revision > view.revision + 1',
    plant: 'answer.value.revision > view.revision + 2',
    noticedBy: {
      file: 'test/renderer/plan/plan-session.test.ts',
      test: 'that skips a revision makes the page read the plan again: 3 after 1',
    },
  },
  {
    promise: 'What may not hold any more is not offered',
    fault: 'a list of backups stays when it cannot be read again',
    file: 'src/renderer/history/backups.tsx',
    find: 'backups: problem === null ? value : null',
    plant: 'backups: value',
    noticedBy: {
      file: 'test/renderer/history/backups.test.tsx',
      test: 'a list of which nobody knows whether it still holds',
    },
  },
  {
    promise: 'A workbook that could not be saved is made anew',
    fault: 'the one that may be gone is used again',
    file: 'src/renderer/steps/deliver/delivery.ts',
    find: "if (outcome.kind === 'failed' && what === 'workbook') set({ made: null })",
    plant: '',
    noticedBy: {
      file: 'test/renderer/steps/deliver/giving-back.test.tsx',
      test: 'anew where it could not be saved',
    },
  },
  {
    promise: 'A plan is submitted today or before',
    fault: 'a day to come is taken',
    file: 'src/renderer/steps/deliver/submission.tsx',
    find: 'isCalendarDate(on) && !isToCome',
    plant: 'isCalendarDate(on)',
    noticedBy: { file: 'test/renderer/steps/deliver/giving-back.test.tsx', test: 'and on none to come' },
  },
  {
    promise: 'The workbook holds what was decided since it was looked at',
    fault: 'an older one is saved',
    file: 'src/renderer/steps/deliver/delivery.ts',
    find: 'state.made.revision !== revision',
    plant: 'state.made.revision > revision',
    noticedBy: {
      file: 'test/renderer/steps/deliver/giving-back.test.tsx',
      test: 'a workbook that was looked at is made anew once something else is decided',
    },
  },
  {
    promise: 'History shows what is asked of it last',
    fault: 'a page below an earlier list takes the place of a later one',
    file: 'src/renderer/history/reading-history.ts',
    find: '    if (reading.current !== first) return\n',
    plant: '',
    noticedBy: {
      file: 'test/renderer/history/reading-history.test.tsx',
      test: 'an older page that was asked for below an earlier list',
    },
  },
]
