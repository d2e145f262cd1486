import type { WorkbookNotice } from '../../../domain/table/inventory-table.ts'
import { text } from '../../text.ts'
import { Message } from '../../ui/message.tsx'

interface NoticeListProps {
  readonly notices: readonly WorkbookNotice[]
  readonly hasTitle: boolean
}

/** What is worth knowing about the workbook, and what still stands in the way of the import. */
export function NoticeList({ notices, hasTitle }: NoticeListProps) {
  // Whether a title column is missing hangs on the person's choices by now, not on the program's guess.
  const others = notices.filter(({ code }) => code !== 'no-title-column')
  return (
    <>
      {!hasTitle && <Message intent="warning">{text.open.notices['no-title-column']}</Message>}
      {others.length > 0 && (
        <Message intent="info" title={text.open.noticesLabel}>
          {others.map(noticeInWords).join(' ')}
        </Message>
      )}
    </>
  )
}

function noticeInWords(notice: WorkbookNotice): string {
  const { notices } = text.open
  switch (notice.code) {
    case 'protected-sheet':
      return notices.protectedSheet(notice.sheet)
    case 'error-cells':
      return notices.errorCells(notice.count)
    case 'hidden-rows':
      return notices.hiddenRows(notice.count)
    default:
      return notices[notice.code]
  }
}
