const markup = `
  <div class="wrap footer-grid">
    <section aria-labelledby="newsletter-title">
      <h2 id="newsletter-title">News from the kiln</h2>
      <p>One letter when a kiln is opened, about four times a year.</p>
      <form id="newsletter">
        <label for="newsletter-email">E-mail for the newsletter</label>
        <div class="joined">
          <input id="newsletter-email" name="email" type="email" autocomplete="email" required>
          <button class="button">Sign up</button>
        </div>
        <p class="status" role="status"></p>
      </form>
    </section>
    <nav aria-label="Footer">
      <h2>Kilnmoor</h2>
      <ul>
        <li><a href="./">Shop</a></li>
        <li><a href="cart.html">Cart</a></li>
        <li><a href="help.html">Help</a></li>
      </ul>
    </nav>
    <section class="demo-note" aria-labelledby="demo-title">
      <h2 id="demo-title">Demo</h2>
      <p>Kilnmoor is invented and sells nothing. Place an order, answer the question that follows, then
        <a href="/report">See the answers</a>.</p>
      <p>By default Pulso asks a visitor at most once a week; to be asked again, start afresh.</p>
      <button class="button quiet" id="new-visitor" type="button">Become a new visitor</button>
    </section>
  </div>`

/** Puts the footer in its place; it is the same on all pages, and below the fold until then. */
export function copyFooter(footer) {
  footer.innerHTML = markup
}
