/** Small helpers that the page scripts share. */
import { pictureOf } from './catalog.js'

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })
export const toPrice = amount => euros.format(amount)

export const find = selector => document.querySelector(selector)

export const parameter = name => new URLSearchParams(location.search).get(name)

/** Copies a `<template>`; `fill` names the text for each of its `data-field`s. */
export function copy(template, fill = {}) {
  const node = find(template).content.firstElementChild.cloneNode(true)
  for (const [field, text] of Object.entries(fill)) node.querySelector(`[data-field="${field}"]`).textContent = text
  return node
}

/** A product as it hangs in the catalogue. */
export function productCard(product) {
  const card = copy('#card', { name: product.name, glaze: product.glaze, price: toPrice(product.price) })
  card.querySelector('a').href = `product.html?id=${product.id}`
  showPicture(card.querySelector('img'), product)
  return card
}

/** The picture beside a name is decoration; where it stands alone, pass its description. */
export function showPicture(image, product, alt = '') {
  image.src = pictureOf(product)
  image.alt = alt
}

/** Says something in a status line, also when it is the same sentence as before. */
export function say(status, text) {
  status.textContent = ''
  requestAnimationFrame(() => {
    status.textContent = text
  })
}
