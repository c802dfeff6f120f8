/** A face from −2, very unhappy, to 2, very happy: only the mouth tells. */
export const face = (mood: number) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" />
    <path d={`M9 9.6v.4M15 9.6v.4M8 ${15.2 - mood}q4 ${mood * 2.2} 8 0`} />
  </svg>
)

/** Faces for so many points, the unhappiest first; an even number leaves out the one in the middle. */
export const faces = (count: number) => [...Array(count)].map((_, index) => face((index / (count - 1)) * 4 - 2))
