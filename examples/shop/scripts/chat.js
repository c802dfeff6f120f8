/** The chat panel: a conversation begins with the visitor's first message and ends when they say so. */
import { pushEvent } from './data-layer.js'
import { copy, find } from './page.js'
import { replyTo } from './replies.js'

const replyDelayMs = 700

const log = find('#chat-log')
const form = find('#chat-form')
const end = find('#end-chat')
let conversationId

form.addEventListener('submit', send)
end.addEventListener('click', endChat)

function send(event) {
  event.preventDefault()
  const { message } = form.elements
  const text = message.value.trim()
  message.value = ''
  message.focus()
  if (!text) return
  if (!conversationId) startChat()
  append('visitor', 'You', text)
  const asked = conversationId
  setTimeout(() => asked === conversationId && append('shop', 'Kilnmoor', replyTo(text)), replyDelayMs)
}

function startChat() {
  conversationId = `C-${Date.now().toString(36)}`
  end.hidden = false
  pushEvent('support_started', { conversation_id: conversationId })
}

function endChat() {
  pushEvent('support_ended', { conversation_id: conversationId })
  conversationId = undefined
  end.hidden = true
  append('note', '', 'The chat has ended. Write again to start another.')
  form.elements.message.focus()
}

function append(from, name, text) {
  const entry = copy('#chat-entry', { name, text })
  entry.classList.add(from)
  log.append(entry)
  log.scrollTop = log.scrollHeight
}
