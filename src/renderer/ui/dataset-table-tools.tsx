import { Button, makeStyles, SearchBox, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  filter: { display: 'flex', gap: '4px', margin: 0, padding: 0, border: 'none' },
  search: { flex: '1 1 100%', maxWidth: 'none' },
  selection: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '4px 12px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

interface TableFilterProps {
  readonly openLabel: string
  readonly open: number
  readonly all: number
  readonly onlyOpen: boolean
  readonly onChange: (onlyOpen: boolean) => void
}

export function TableFilter({ openLabel, open, all, onlyOpen, onChange }: TableFilterProps) {
  const styles = useStyles()
  return (
    <fieldset className={styles.filter} aria-label={text.table.showing}>
      <ToggleButton size="small" shape="circular" checked={onlyOpen} onClick={() => onChange(true)}>
        {text.table.open(openLabel, open)}
      </ToggleButton>
      <ToggleButton size="small" shape="circular" checked={!onlyOpen} onClick={() => onChange(false)}>
        {text.table.open(text.table.all, all)}
      </ToggleButton>
    </fieldset>
  )
}

/** Long enough that a large table is not searched at every key, short enough to feel immediate. */
const pause = 220

interface TableSearchProps {
  readonly onSearch: (words: string) => void
  /** How many rows match, null while nothing is searched. */
  readonly found: number | null
}

export function TableSearch({ onSearch, found }: TableSearchProps) {
  const styles = useStyles()
  const [words, setWords] = useState('')
  useEffect(() => {
    const later = setTimeout(() => onSearch(words.trim()), pause)
    return () => clearTimeout(later)
  }, [words, onSearch])
  return (
    <>
      <SearchBox
        className={styles.search}
        size="small"
        aria-label={text.table.search}
        placeholder={text.table.searchPlaceholder}
        value={words}
        onChange={(_, data) => setWords(data.value)}
      />
      <span className={styles.unseen} role="status">
        {found === null ? '' : found === 0 ? text.table.noMatch : text.table.shown(found)}
      </span>
    </>
  )
}

export function SelectionLine(props: { readonly selected: number; readonly onClear: () => void }) {
  const styles = useStyles()
  return (
    <div className={styles.selection}>
      <Text role="status" weight="semibold">
        {text.table.selected(props.selected)}
      </Text>
      <Button size="small" appearance="subtle" onClick={props.onClear}>
        {text.table.clearSelection}
      </Button>
    </div>
  )
}
