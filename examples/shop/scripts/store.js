/** The shop's own entries in localStorage; when storage is blocked, the page forgets and goes on. */
const prefix = 'kilnmoor.'

export function read(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(prefix + key)) ?? fallback
  } catch {
    return fallback
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Private modes and full disks: the shop works for the rest of this page.
  }
}
