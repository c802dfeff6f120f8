import { products } from './catalog.js'
import { viewItemList } from './data-layer.js'
import { find, productCard } from './page.js'

find('#products').append(...products.map(productCard))
viewItemList('Catalogue', products)
