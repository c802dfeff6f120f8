import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/schema'
import { redact, redactAnswer } from '../../widgets/redact'

describe('redact', () => {
  it.each([
    ['write to jo.doe+shop@mail.example.co.uk, please.', 'write to [email], please.'],
    ['<jo@example.com>;(ana@example.org)', '<[email]>;([email])'],
    ['josé@correo.example!', '[email]!'],
    ['my card 4111 1111 1111 1111 was charged twice', 'my card [card] was charged twice'],
    ['4111.1111.1111.1111, twice', '[card], twice'],
    ['378282246310005 and 5555-5555-5555-4444', '[card] and [card]'],
    ['to DE89 3704 0044 0532 0130 00 or gb82west12345698765432', 'to [iban] or [iban]'],
    ['NO93 8601 1117 947', '[iban]'],
    ['call +34 600 123 456 or 0034600123456', 'call [phone] or [phone]'],
    ['(555) 123-4567 / 020 7946 0958 / +1 (415) 555-2671', '[phone] / [phone] / [phone]'],
    ['06.12.34.56.78', '[phone]'],
    ['بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١ وهاتفي ٠٥٠ ١٢٣ ٤٥٦٧', 'بطاقتي [card] وهاتفي [phone]'],
    ['कार्ड ४१११-११११-११११-११११', 'कार्ड [card]'],
    ['カード：４１１１１１１１１１１１１１１１', 'カード：[card]'],
    ['۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱', '[card]'],
    ['5500 0000 0000 0004x and x4111111111111111', '[card]x and x[card]'],
    ['4111\u00a01111\u00a01111\u00a01111, 5555\u202f5555\u202f5555\u202f4444', '[card], [card]'],
    ['de89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 or +34\u00a0600\u202f123\u2009456', '[iban] or [phone]'],
  ])('finds who is in "%s"', (text, redacted) => {
    expect(redact(text, true)).toBe(redacted)
  })

  it.each([
    'Paid 129.90 on 2026-11-23, order 10023',
    'Open 10:00-18:00, floors 1 2 3 4 5',
    'It took 3 weeks @ the depot; 5 stars @home',
    '1,000,000,000 thanks',
    'Ref AB12CDEF',
    'from 2024 to 2026',
    '12.345.678,90 pesos',
    '٤١١١١١١١١١١١١١١٢٣٤٥٦',
    '2024年１２月３１日',
    '',
  ])('leaves "%s" as it is', text => {
    expect(redact(text, true)).toBe(text)
  })

  it('takes for a card only what has the right check digit', () => {
    expect(redact('4111 1111 1111 1112', ['card'])).toBe('4111 1111 1111 1112')
    expect(redact('DE89 3704 0044 0532 0130 01', ['iban'])).toBe('DE89 3704 0044 0532 0130 01')
  })

  it('looks for what it is told to alone', () => {
    const text = 'jo@example.com +34600123456 4111111111111111'
    expect(redact(text, ['email'])).toBe('[email] +34600123456 4111111111111111')
    expect(redact(text, ['card', 'phone'])).toBe('jo@example.com [phone] [card]')
    expect(redact(text, ['emial'] as never)).toBe(text)
  })

  it('leaves no card that it was given, wherever it stands, and is quick with anything', () => {
    const card = fc.array(fc.nat(9), { minLength: 14, maxLength: 17 }).map(digits => {
      const sum = [...digits].reverse().reduce((sum, digit, at) => {
        return sum + (at % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0))
      }, 0)
      return [...digits, (10 - (sum % 10)) % 10].join('')
    })
    fc.assert(
      fc.property(card, fc.string(), fc.string(), (card, before, after) => {
        const text = `${before} ${card} ${after}`
        expect(redact(text, true)).not.toContain(card)
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), text => void redact(text, true)))
    for (const piece of ['1 ', 'a', 'a@', 'a.', '1-', '(1']) redact(piece.repeat(5000), true)
  })
})

describe('redactAnswer', () => {
  const text = (change: object) => ({ id: 'q', kind: 'text', ...change }) as Question
  const choice = { id: 'q', kind: 'choice', choices: ['a'] } as Question
  it("goes through what was said in the visitor's own words", () => {
    expect(redactAnswer('jo@example.com', text({}), true)).toBe('[email]')
    expect(redactAnswer('jo@example.com', text({ input: 'short' }), true)).toBe('[email]')
    const other = { value: ['a', 'other'], other: 'ask jo@example.com', ms: 5 }
    expect(redactAnswer(other, choice, true)).toEqual({ ...other, other: 'ask [email]' })
    expect(redactAnswer(null, choice, true)).toBeNull()
  })

  it('leaves what was asked for', () => {
    for (const input of ['email', 'number', 'url'])
      expect(redactAnswer('jo@example.com', text({ input }), true)).toBe('jo@example.com')
    const contact = { email: 'jo@example.com' }
    expect(redactAnswer(contact, { id: 'q', kind: 'contact' } as Question, true)).toBe(contact)
    expect(redactAnswer(contact, undefined, true)).toBe(contact)
  })
})
