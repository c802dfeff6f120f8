// A classic script, so that the data layer exists before any module or tag runs: what Google's snippet does in a page.
window.dataLayer = window.dataLayer || []

// biome-ignore lint/correctness/noUnusedVariables: the page's modules call it through window
function gtag() {
  // biome-ignore lint/complexity/noArguments: tags tell a gtag command from an array by its being an Arguments object
  window.dataLayer.push(arguments)
}
