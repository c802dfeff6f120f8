/** What the shop sells. Prices are in euros, tax included. */
export const products = [
  {
    id: 'dawn-mug',
    name: 'Dawn mug',
    category: 'Cups',
    glaze: 'Shino over iron',
    price: 24,
    size: '9 cm tall, 300 ml',
    summary: 'A straight-sided mug with room for two fingers in the handle and a foot that does not ring on the table.',
    alt: 'An orange stoneware mug with a cream rim and a round handle',
  },
  {
    id: 'tide-bowl',
    name: 'Tide bowl',
    category: 'Bowls',
    glaze: 'Cobalt',
    price: 32,
    size: '18 cm across, 900 ml',
    summary: 'Wide enough for noodles, deep enough for soup. Two white lines mark where the second helping starts.',
    alt: 'A wide cobalt blue bowl with two white lines below its rim',
  },
  {
    id: 'moss-teapot',
    name: 'Moss teapot',
    category: 'Pouring',
    glaze: 'Celadon, dipped twice',
    price: 78,
    size: '14 cm tall, 750 ml',
    summary: 'Pours without a drip, sits low and keeps warm. The cane handle stays cool and folds down for the shelf.',
    alt: 'A round celadon green teapot with an arched cane handle',
  },
  {
    id: 'ember-vase',
    name: 'Ember vase',
    category: 'Vases',
    glaze: 'Copper red',
    price: 64,
    size: '24 cm tall',
    summary:
      'One branch is enough. The narrow neck holds it where you put it, and the red deepens towards the shoulder.',
    alt: 'A round-bellied copper red vase with a narrow neck, holding one leafy branch',
  },
  {
    id: 'frost-plate',
    name: 'Frost plate',
    category: 'Plates',
    glaze: 'Ash white',
    price: 28,
    size: '26 cm across',
    summary:
      'A dinner plate with a quiet white glaze, an iron rim and a scatter of ash specks that is never the same twice.',
    alt: 'A white speckled dinner plate with an iron brown rim, standing upright',
  },
  {
    id: 'peat-jug',
    name: 'Peat jug',
    category: 'Pouring',
    glaze: 'Tenmoku',
    price: 52,
    size: '23 cm tall, 1.2 l',
    summary: 'Water at lunch, branches in spring. The glaze breaks to rust wherever the clay has an edge.',
    alt: 'A tall dark brown jug with a rust-coloured lip and a long handle',
  },
  {
    id: 'rain-tumblers',
    name: 'Rain tumblers',
    category: 'Cups',
    glaze: 'Chun blue',
    price: 38,
    size: 'Set of two, 10 cm tall, 250 ml each',
    summary: 'A pair of cups for water, wine or morning coffee. The bare clay below is where your hand goes.',
    alt: 'Two pale blue tumblers with bare clay bases',
  },
  {
    id: 'oat-planter',
    name: 'Oat planter',
    category: 'Vases',
    glaze: 'Speckled oat',
    price: 46,
    size: '17 cm tall, 19 cm across',
    summary: 'Heavy enough to stay put, with a hole and a hidden saucer below. The plant is yours to choose.',
    alt: 'A speckled cream planter with a bare clay base and a green plant',
  },
]

export const findProduct = id => products.find(product => product.id === id)

/** Where a product's picture lies. Every picture is 4 wide by 5 tall. */
export const pictureOf = product => `images/${product.id}.svg`
