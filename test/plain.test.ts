import { describe, expect, it } from 'vitest'
import { plain } from '../src/plain'

describe('plain', () => {
  it.each(['https://shop.example', 'HTTPS://shop.example', '//shop.example', ''])(
    'takes the parameters off an address that begins with "%s", but for those that are asked for',
    origin => {
      const address = `${origin}/reset?token=s3cret&utm_source=mail#top`
      expect(plain({ address }, ['utm_source'])).toEqual({ address: `${origin}/reset?utm_source=mail` })
    },
  )

  it('leaves other texts as they are', () => {
    expect(plain({ coupon: 'What? 10 % off #1' })).toEqual({ coupon: 'What? 10 % off #1' })
  })
})
