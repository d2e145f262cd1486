import { makeStyles, tokens } from '@fluentui/react-components'
import type { Dataset } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', height: '100%' },
  name: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
  },
})

/** A dataset's name in a table, on two lines where one is too short. */
export function NameCell({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  return (
    <span className={styles.cell}>
      <span className={styles.name}>{datasetName(dataset)}</span>
    </span>
  )
}
