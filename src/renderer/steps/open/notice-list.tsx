import { Link, makeStyles, Text } from '@fluentui/react-components'
import type { InspectionView } from '../../../contract/views.ts'
import type { CellPlace, InventoryTable, ToldPlace, WorkbookNotice } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'
import type { ChosenFields } from './column-choices.ts'
import { lettersOf } from './column-choices.ts'
import type { Place } from './mapping-state.ts'

const useStyles = makeStyles({
  list: { margin: '2px 0 0', padding: 0, listStyleType: 'none' },
  places: { display: 'inline-flex', flexWrap: 'wrap', gap: '0 8px', marginLeft: '6px' },
})

const mostPlaces = 6

interface NoticeListProps {
  readonly inspection: InspectionView
  readonly chosen: ChosenFields
  readonly hasTitle: boolean
  readonly onLookUp: (place: Place) => void
}

/** Something to know, in words, and the cells to look at. */
interface Notice {
  readonly words: string
  readonly places: readonly NamedPlace[]
  readonly count: number
}

interface NamedPlace extends CellPlace {
  /** What is shown for it, its cell where nothing else is. */
  readonly name?: string
}

/** What is worth knowing about the workbook, and what still stands in the way of the import. */
export function NoticeList({ inspection, chosen, hasTitle, onLookUp }: NoticeListProps) {
  const styles = useStyles()
  const notices = noticesOf(inspection, chosen)
  return (
    <>
      {!hasTitle && <Message intent="warning">{text.open.notices['no-title-column']}</Message>}
      {notices.length > 0 && (
        <Message intent="info" title={text.open.noticesLabel}>
          <ul className={styles.list}>
            {notices.map((notice) => (
              <li key={notice.words}>
                {notice.words}
                <Places notice={notice} sheet={inspection.table.sheet} onLookUp={onLookUp} />
              </li>
            ))}
          </ul>
        </Message>
      )}
    </>
  )
}

interface PlacesProps {
  readonly notice: Notice
  /** The table's own; cells on others are named with theirs. */
  readonly sheet: string
  readonly onLookUp: (place: Place) => void
}

function Places({ notice: { places, count }, sheet, onLookUp }: PlacesProps) {
  const styles = useStyles()
  if (places.length === 0) return null
  const shown = places.slice(0, mostPlaces)
  return (
    <span className={styles.places}>
      {shown.map(({ name, ...place }) => (
        <Link
          as="button"
          inline
          key={`${place.sheet} ${place.cell}`}
          onClick={() => onLookUp(asPlace(place))}
        >
          {place.sheet === sheet ? (name ?? place.cell) : text.open.onSheet(place.sheet, name ?? place.cell)}
        </Link>
      ))}
      {count > shown.length && <Text>{text.open.morePlaces(count - shown.length)}</Text>}
    </span>
  )
}

function asPlace({ sheet, cell }: CellPlace): Place {
  const letter = /^[A-Z]+/.exec(cell)?.[0] ?? 'A'
  return { sheet, row: Number(cell.slice(letter.length)), letter }
}

function noticesOf({ table, notices, gaps }: InspectionView, chosen: ChosenFields): readonly Notice[] {
  // Whether a title is missing hangs on the person's choices by now, not on the program's guess.
  const [title, ...furtherTitles] = lettersOf(table.columns, chosen, 'title')
  const untitled = furtherTitles.length > 0 ? undefined : gaps.find(({ letter }) => letter === title)
  return [
    ...(untitled === undefined ? [] : [{ ...untitled, words: text.open.notices.untitled(untitled.count) }]),
    ...notices.filter((notice) => isOfTable(notice, table)).map(noticeInWords),
  ]
}

/** The title is told of above; that other sheets are protected changes nothing for the plan. */
function isOfTable(notice: WorkbookNotice, { sheet, further }: InventoryTable): boolean {
  if (notice.code === 'no-title-column') return false
  if (notice.code !== 'protected-sheet') return true
  return [sheet, ...further.map((part) => part.sheet)].includes(notice.sheet)
}

function noticeInWords(notice: WorkbookNotice): Notice {
  const { notices } = text.open
  const plain = (words: string): Notice => ({ words, places: [], count: 0 })
  switch (notice.code) {
    case 'protected-sheet':
      return plain(notices.protectedSheet(notice.sheet))
    case 'headings-like-data':
      return { ...notice, words: notices.headingsLikeData }
    case 'error-cells':
      return { ...notice, words: notices.errorCells(notice.count) }
    case 'hidden-rows':
      return { ...notice, words: notices.hiddenRows(notice.count) }
    case 'filtered-rows':
      return { ...notice, words: notices.filteredRows(notice.count) }
    case 'hidden-columns':
      return {
        words: notices.hiddenColumns(notice.count),
        count: notice.count,
        places: named(notice.places, text.open.hiddenColumn),
      }
    case 'cell-notes':
      return {
        words: notices.cellNotes(notice.count),
        count: notice.count,
        places: named(notice.places, text.open.noteOn),
      }
    case 'lost-sheets':
      return plain(notices.lostSheets(notice.sheets))
    case 'plan-additions':
      return plain(notices.planAdditions(notice.datasets, notice.values))
    case 'hidden-sheets':
      return plain(notices.hiddenSheets(notice.sheets))
    default:
      return plain(notices[notice.code])
  }
}

function named(
  places: readonly ToldPlace[],
  nameOf: (cell: string, words: string) => string,
): readonly NamedPlace[] {
  return places.map(({ sheet, cell, words }) => ({ sheet, cell, name: nameOf(cell, words) }))
}
