/** @jsxImportSource preact */
const marks = {
  pass: { label: 'passes', tone: 'good', path: 'M3 11l5 5 9-12' },
  stop: { label: 'does not pass', tone: 'bad', path: 'M4 4l12 12M16 4L4 16' },
  fault: { label: 'fault', tone: 'bad', path: 'M4 4l12 12M16 4L4 16' },
  warning: { label: 'warning', tone: 'wary', path: 'M10 3v9M10 16.5v.5' },
}

/** A small sign that says what the line is. */
export function Mark({ kind }: { kind: keyof typeof marks }) {
  const { label, tone, path } = marks[kind]
  return (
    <svg viewBox="0 0 20 20" role="img" aria-label={label} class={`mark ${tone}`}>
      <path d={path} />
    </svg>
  )
}
