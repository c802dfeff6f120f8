const messages = {
  email: 'Enter your e-mail, such as sample@example.com.',
  name: 'Enter the name for the parcel.',
  street: 'Enter the street and number.',
  postcode: 'Enter the postcode: four to eight letters or digits.',
  city: 'Enter the town or city.',
  payment: 'Choose how you would like to pay.',
}

/** Shows what is wrong beside each field, puts the focus on the first and says whether all is well. */
export function validate(form) {
  const faulty = Object.keys(messages).filter(name => !check(form, name))
  if (!faulty.length) return true
  const first = form.elements[faulty[0]]
  ;(first instanceof RadioNodeList ? first[0] : first).focus()
  return false
}

/** Checks one field and shows or clears its message. */
export function check(form, name) {
  if (!(name in messages)) return true
  const field = form.elements[name]
  const controls = field instanceof RadioNodeList ? [...field] : [field]
  const valid = controls.some(control => control.checkValidity())
  for (const control of controls) control.setAttribute('aria-invalid', String(!valid))
  form.querySelector(`#${name}-error`).textContent = valid ? '' : messages[name]
  return valid
}
