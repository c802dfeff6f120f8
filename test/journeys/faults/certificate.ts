import { generateKeyPairSync, sign } from 'node:crypto'

const der = (tag: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const hex = (digits: string) => Buffer.from(digits, 'hex')
const list = (...parts: Buffer[]) => der(0x30, ...parts)

/** A key and a certificate that nobody but itself vouches for, in PEM (RFC 5280 §4.1). */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = list(der(6, hex('2a8648ce3d040302')))
  const commonName = list(der(6, hex('550403')), der(0x0c, Buffer.from('127.0.0.1')))
  const name = list(der(0x31, commonName))
  const years = list(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231000000Z')))
  const version3 = hex('a003020102')
  const serial = hex('020101')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const toSign = list(version3, serial, ecdsaWithSha256, name, years, name, spki)
  const signature = der(3, hex('00'), sign('sha256', toSign, privateKey))
  const lines = list(toSign, ecdsaWithSha256, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
