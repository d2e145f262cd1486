/** The program's mark, the same drawing as app-icon.svg. */
export function ProgramMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5" fill="#0f5fae" />
      <path d="M5 7h6M5 12h5M5 17h6" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M13 12h5m-2.5-3L19 12l-3.500 3"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
