import { tokens } from '@fluentui/react-components'
import { themeQuartz } from 'ag-grid-community'

/** Fluent's own variables, so that one grid theme follows light and dark. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: tokens.colorNeutralBackground1,
  foregroundColor: tokens.colorNeutralForeground1,
  accentColor: tokens.colorBrandBackground,
  borderColor: tokens.colorNeutralStroke2,
  headerBackgroundColor: tokens.colorNeutralBackground2,
  headerTextColor: tokens.colorNeutralForeground1,
  rowHoverColor: tokens.colorNeutralBackground1Hover,
  selectedRowBackgroundColor: tokens.colorNeutralBackground1Selected,
  checkboxUncheckedBorderColor: tokens.colorNeutralStrokeAccessible,
  rangeSelectionBorderColor: tokens.colorStrokeFocus2,
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontWeight: 600,
  rowHeight: 36,
  headerHeight: 36,
  spacing: 6,
  cellHorizontalPadding: 10,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  browserColorScheme: 'inherit',
})
