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
    ['(555) - 123 - 4567 or +34 600 - 123 - 456', '[phone] or [phone]'],
    ['+1 (555) - 123-4567 / call +44 – 170 – 1234567', '[phone] / call [phone]'],
    ['بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١ وهاتفي ٠٥٠ ١٢٣ ٤٥٦٧', 'بطاقتي [card] وهاتفي [phone]'],
    ['कार्ड ४१११-११११-११११-११११', 'कार्ड [card]'],
    ['カード：４１１１１１１１１１１１１１１１', 'カード：[card]'],
    ['۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱', '[card]'],
    ['5500 0000 0000 0004x and x4111111111111111', '[card]x and x[card]'],
    ['4111\u00a01111\u00a01111\u00a01111, 5555\u202f5555\u202f5555\u202f4444', '[card], [card]'],
    ['de89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 or +34\u00a0600\u202f123\u2009456', '[iban] or [phone]'],
    ['4111–1111–1111–1111 or 4111 - 1111 - 1111 - 1111', '[card] or [card]'],
    ['4111_1111_1111_1111 or 4111, 1111, 1111, 1111.', '[card] or [card].'],
    ['4111,1111,1111,1111 or 4111/1111/1111/1111', '[card] or [card]'],
    ['4111  1111  1111  1111, 3782 / 822463 / 10005', '[card], [card]'],
    ['4111 · 1111 · 1111 · 1111, 123', '[card], 123'],
    ['4111\u200b1111\u200b1111\u200b1111 or 41\u00ad11 1111\u20601111 11-11', '[card] or [card]'],
    ['٤١١١، ١١١١، ١١١١، ١١١١', '[card]'],
    ['1234, 4111, 1111, 1111, 1111, 123', '1234, [card], 123'],
    ['1234 5678 4111 1111 1111 1111 2222', '1234 5678 [card] 2222'],
    ['DE89.3704.0044.0532.0130.00, DE89  3704  0044  0532  0130  00', '[iban], [iban]'],
    ['DE89–3704–0044–0532–0130–00 or DE89_3704_0044_0532_0130_00', '[iban] or [iban]'],
    ['GB82 / WEST / 1234 / 5698 / 7654 / 32 is mine', '[iban] is mine'],
    ['room AB12 in the first house, DE89 3704 0044 0532 0130 00', 'room AB12 in the first house, [iban]'],
    ['+49–170–1234567 or +49\u200b170\u200b1234567', '[phone] or [phone]'],
    ['tel.0170/1234567 or tel,0170‑1234567', 'tel.[phone] or tel,[phone]'],
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
    '24.12 - 26.12.2024, 12/05 - 14/05/2024, 12.05.24 - 14.05.24',
    '01/02/2024 – 03/04/2024, 2024/05/01 - 2024/06/01, 2020 – 2021 – 2022',
    '100 - 200 - 300, sizes 36 - 38 - 40 - 42 - 44',
    '12.345.678,90 pesos',
    '٤١١١١١١١١١١١١١١٢٣٤٥٦',
    '2024年１２月３１日',
    // Of the lists, those whose digits would pass for a card's.
    '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13',
    '129, 250, 142, 410, 99',
    '129,250,142,410,99',
    '129 / 250 / 142 / 410 / 99',
    '- 129\n- 250\n- 142\n- 410\n- 99',
    '1250, 300, 4500, 620, 9',
    '1200, 1500, 1800, 2500',
    '2023, 2024, 2025, 2026',
    '$4000, $4500, $4800, $4500',
    '12.99, 45.12, 50.20, 06.00',
    '1,250.00, 3,400.50 and 12,000.00',
    'between 10–15 € or 1000–1500 €',
    'on 05.11.2026 or 05/11/2026, 05-11-2026 at 10:15',
    'from 05/07/2026 12 h to 2026-11-23 10:15',
    '2026-11-23 2 times, 2026-11-23 – 2026-11-30',
    'order 302-1234567-1234567',
    'order #45001-23, invoice 2026/0123',
    'EU27 is what all of the countries of it are called, or some of them',
    '',
  ])('leaves "%s" as it is', text => {
    expect(redact(text, true)).toBe(text)
  })

  it('takes for a card only what has the right check digit', () => {
    expect(redact('4111 1111 1111 1112', ['card'])).toBe('4111 1111 1111 1112')
    expect(redact('4111, 1111, 1111, 1112', true)).toBe('4111, 1111, 1111, 1112')
    expect(redact('DE89 3704 0044 0532 0130 01', ['iban'])).toBe('DE89 3704 0044 0532 0130 01')
  })

  it('leaves a list of amounts, whatever their sum', () => {
    const whole = fc.nat(999).map(String)
    const exact = fc.nat(999_999).map(cents => (cents / 100).toFixed(2))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(whole, exact), { maxLength: 20 }),
        fc.constantFrom(', ', '; ', ' / '),
        (list, by) => {
          expect(redact(list.join(by), true)).toBe(list.join(by))
        },
      ),
    )
  })

  it('finds the one card in a text of a hundred thousand digits and separators', () => {
    for (const piece of ['1 ', '1-', '12 – ', '1234, ', '123.45, ', 'ab12 ', '1', ', ']) {
      const noise = piece.repeat(50_000 / piece.length)
      const text = `${noise}x 4111, 1111 – 1111 / 1111 x${noise}`
      expect(redact(text, ['email', 'iban', 'card'])).toBe(`${noise}x [card] x${noise}`)
    }
    const digits = '0123456789'.repeat(10_000)
    expect(redact(digits, true)).toBe(digits)
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
