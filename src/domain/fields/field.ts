/**
 * What a field is. Everything else that is known of one follows from here: its type, what a call may set it to, where
 * it is stored, how history names it, and its column in the workbook.
 */
interface Described {
  /** What it is called in full, in history. */
  readonly label: string
  /** Where there is little room, as in the head of a table. */
  readonly shortLabel?: string
  /** The column of the workbook that it becomes; without one it stands in no workbook. */
  readonly column?: WorkbookColumn
  /** Whether its step waits for it. */
  readonly counts?: true
}

/** A column that the plan adds to the inventory. */
export interface WorkbookColumn {
  /** The hidden defined name by which a later export finds the column again. */
  readonly mark: `ODAP_${string}`
  readonly header: `Plan: ${string}`
  /** In characters. */
  readonly width: number
  /** Stands in a group that is folded away, behind the columns that everybody looks at. */
  readonly folded?: true
}

export type Labels<Id extends string> = { readonly [Name in Id]: string }

/** A short text has one line, of up to `shortTextLimit` characters; a long one several, up to `longTextLimit`. */
export interface TextField extends Described {
  readonly kind: 'short-text' | 'long-text'
}

/** Calendar dates, as `YYYY-MM-DD`; '' where none is given. */
export interface DateField extends Described {
  readonly kind: 'date'
}

export interface OneOfField<Id extends string = string, Empty extends string | null = string | null>
  extends Described {
  readonly kind: 'one-of'
  readonly choices: readonly Id[]
  readonly labels: Labels<Id>
  /** The same as they stand in the workbook, short and without a comma: Excel would split a choice at it. */
  readonly columnLabels?: Labels<Id>
  /** What it holds while nobody has answered. */
  readonly empty: Empty
}

/** Ids of one letter. */
export interface SeveralOfField<Id extends string = string> extends Described {
  readonly kind: 'several-of'
  readonly choices: readonly Id[]
  readonly labels: Labels<Id>
}

export type Field = TextField | DateField | OneOfField | SeveralOfField
export type FieldKind = Field['kind']
export type Fields = { readonly [Name in string]: Field }

/** What a field holds. */
export type ValueOf<One extends Field> =
  One extends OneOfField<infer Id, infer Empty>
    ? Id | (Empty extends null ? null : never)
    : One extends SeveralOfField<infer Id>
      ? readonly Id[]
      : string

export type ValuesOf<Part extends Fields> = { readonly [Name in keyof Part]: ValueOf<Part[Name]> }

/** Only the fields that are given; `undefined` means "leave as it is". */
export type SomeOf<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined }

/** In characters. */
export const shortTextLimit = 500
export const longTextLimit = 10_000

type More = Omit<Described, 'label'>

export function shortText(label: string, more: More = {}): TextField {
  return { kind: 'short-text', label, ...more }
}

export function longText(label: string, more: More = {}): TextField {
  return { kind: 'long-text', label, ...more }
}

export function date(label: string, more: More = {}): DateField {
  return { kind: 'date', label, ...more }
}

export function oneOf<const Id extends string, const Empty extends Id | null>(
  label: string,
  field: Pick<OneOfField<Id, Empty>, 'choices' | 'labels' | 'columnLabels' | 'empty'> & More,
): OneOfField<Id, Empty> {
  return { kind: 'one-of', label, ...field }
}

export function severalOf<const Id extends string>(
  label: string,
  field: Pick<SeveralOfField<Id>, 'choices' | 'labels'> & More,
): SeveralOfField<Id> {
  return { kind: 'several-of', label, ...field }
}

export function column(mark: WorkbookColumn['mark'], header: string, width: number): WorkbookColumn {
  return { mark, header: `Plan: ${header}`, width }
}

export function foldedColumn(mark: WorkbookColumn['mark'], header: string, width: number): WorkbookColumn {
  return { ...column(mark, header, width), folded: true }
}
