const replies = [
  [/\b(hi|hello|hey|good (morning|afternoon|evening))\b/i, 'Hello! What would you like to know about our pots?'],
  [
    /where|track|order|parcel|late|K-\d/i,
    'Orders leave the workshop within two working days. Your number looks like K-10423.',
  ],
  [
    /deliver|ship|post|express/i,
    'Standard delivery takes two to four days and is free from €75. Express comes the next working day.',
  ],
  [/return|refund|exchange|back/i, 'You can send a piece back within 30 days. If it fits its box, we take it.'],
  [
    /broke|broken|crack|chip|damage/i,
    'We are sorry. A piece that arrives broken is replaced: keep a photo, no need to send it back.',
  ],
  [
    /dishwasher|microwave|oven|wash|clean|care/i,
    'Dishwasher and microwave, yes. The oven too, if the piece goes in cold.',
  ],
  [/thank|thanks|great|perfect/i, 'You are welcome. Press “End chat” when we have answered it all.'],
]

/** The shop's canned answer to what a visitor wrote. */
export function replyTo(text) {
  const found = replies.find(([pattern]) => pattern.test(text))
  return found?.[1] ?? 'That is more than these automatic answers know. Try delivery, returns, care or your order.'
}
