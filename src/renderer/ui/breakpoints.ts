/** A small window, or any window zoomed in: the frame stops scrolling inside itself and flows as one page. */
export const narrow = '@media (max-width: 900px), (max-height: 480px)'
/** Not wide enough for guidance beside the work. */
export const medium = '@media (max-width: 1180px)'
export const forcedColors = '@media (forced-colors: active)'
