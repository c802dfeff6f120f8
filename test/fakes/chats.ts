/**
 * Chat widgets, as far as a page meets them: the queue of the snippet before the library has come, the library after it,
 * and what they say. `scriptOf` makes a page's script of a snippet or a library. `say` tells an event as the widget would,
 * and what a handler throws goes to whoever tells.
 */
// biome-ignore-all lint/suspicious/noExplicitAny: a page's globals are whatever its scripts make of them
type Page = any
type Handler = (payload?: unknown) => unknown
/** An event by its name, and what comes with it. */
export type Says = [event: string, payload?: unknown]

/** Of a widget that has handlers of its own. */
export function handled(window: Page) {
  const handlers: Record<string, Handler[]> = {}
  window.say = (name: string, payload?: unknown) => {
    for (const handler of [...(handlers[name] ?? [])]) handler(payload)
  }
  return {
    on(name: string, handler: Handler) {
      handlers[name] = [...(handlers[name] ?? []), handler]
    },
    /** Of a name's handlers, those that are to stay; default: none. */
    off(name: string, stays: (handler: Handler) => boolean = () => false) {
      handlers[name] = (handlers[name] ?? []).filter(stays)
    },
  }
}

/** Of a widget that tells by events. */
function dispatched(window: Page, target: EventTarget = window) {
  window.say = (name: string, detail?: unknown) => {
    target.dispatchEvent(new window.CustomEvent(name, { detail }))
  }
}

/** A function of this file, as a script. */
export const scriptOf = (method: unknown) => `(() => { ${handled}\n${dispatched}\n(function ${method})(window) })()`

export const snippets = {
  intercom(window: Page) {
    const queue = Object.assign((...call: unknown[]) => void queue.q.push(call), { q: [] as unknown[][] })
    window.Intercom = queue
  },
  zendesk(window: Page) {
    const queue = Object.assign((...call: unknown[]) => void queue._.push(call), { _: [] as unknown[][] })
    window.zE = queue
  },
  crisp(window: Page) {
    window.$crisp = []
  },
  livechat(window: Page) {
    const widget: Page = {
      _q: [],
      _h: null,
      on: (...call: unknown[]) => (widget._h ? widget._h('on', ...call) : widget._q.push(['on', ...call])),
      get(name: string) {
        if (!widget._h) throw new Error("[LiveChatWidget] You can't use getters before load.")
        return widget._h('get', name)
      },
    }
    window.LiveChatWidget = widget
  },
  drift(window: Page) {
    const queue: Page = []
    queue.on = (...call: unknown[]) => {
      queue.push(['on', ...call])
      return queue
    }
    window.drift = queue
  },
}

export const libraries = {
  /** The number of unread messages it tells as it is asked, and then as it changes. */
  intercom(window: Page) {
    const { on } = handled(window)
    const { q = [] } = window.Intercom ?? {}
    window.Intercom = (name: string, handler: Handler) => {
      on(name, handler)
      if (name === 'onUnreadCountChange') handler(window.unread ?? 0)
    }
    for (const call of q) window.Intercom(...call)
  },
  /** It answers to commands of its own alone, and gives the way to unsubscribe. */
  zendesk(window: Page) {
    const { on, off } = handled(window)
    const { _: queue = [] } = window.zE ?? {}
    window.zE = (command: string, name: string, handler: Handler) => {
      if (command !== 'messenger:on') throw new Error('An error occurred in your use of the Zendesk Widget API')
      on(name, handler)
      return () => off(name, one => one !== handler)
    }
    window.zE.widget = 'messenger'
    for (const call of queue) window.zE(...call)
  },
  zendeskClassic(window: Page) {
    const { on } = handled(window)
    const { _: queue = [] } = window.zE ?? {}
    window.zE = (command: string, name: string, handler: Handler) => {
      if (command !== 'webWidget:on') throw new Error('An error occurred in your use of the Zendesk Widget API')
      on(name, handler)
    }
    window.zE.widget = 'classic'
    for (const call of queue) window.zE(...call)
  },
  crisp(window: Page) {
    const { on, off } = handled(window)
    const queue = window.$crisp
    window.$crisp = {
      push([action, name, handler]: [string, string, Handler]) {
        if (action === 'on') on(name, handler)
        if (action === 'off') off(name)
        return true
      },
      get: (name: string) => (name === 'session:identifier' ? 'session_1' : null),
    }
    if (Array.isArray(queue)) for (const command of queue) window.$crisp.push(command)
  },
  livechat(window: Page) {
    const { on } = handled(window)
    const queue = window.LiveChatWidget?._q ?? []
    const widget: Page = window.LiveChatWidget?._q && !window.LiveChatWidget._h ? window.LiveChatWidget : {}
    widget._q = []
    widget._h = (command: string, name: string, handler: Handler) =>
      command === 'get' ? { chatId: 'C1', threadId: 'T1' } : on(name, handler)
    widget.on ??= (name: string, handler: Handler) => widget._h('on', name, handler)
    widget.get ??= (name: string) => widget._h('get', name)
    window.LiveChatWidget = widget
    for (const call of queue) widget._h(...call)
  },
  hubspot(window: Page) {
    const { on } = handled(window)
    window.HubSpotConversations = { on }
    for (const ready of window.hsConversationsOnReady ?? []) ready()
  },
  /** It hears of its own events alone, and forgets by the handler's name. */
  freshchat(window: Page) {
    const known = ['widget:opened', 'widget:closed', 'message:received', 'csat:received', 'csat:updated', 'csat:show']
    const { on } = handled(window)
    window.fcWidget = {
      on: (name: string, handler: Handler) => (known.includes(name) ? on(name, handler) : undefined),
      off() {
        throw new Error('somebody else’s handler would go')
      },
    }
  },
  drift(window: Page) {
    const { on } = handled(window)
    const queue = Array.isArray(window.drift) ? [...window.drift] : []
    window.drift = {
      on,
      off() {
        throw new Error('everybody’s handlers would go')
      },
    }
    for (const [, name, handler] of queue) window.drift.on(name, handler)
  },
  gorgias(window: Page) {
    const { on } = handled(window)
    let isReady = false
    window.GorgiasChat = {
      init: async () => {
        isReady = true
      },
      on(name: string, handler: Handler) {
        if (!isReady) throw new Error('You are trying to use the Gorgias Chat API before its initialization')
        on(name, handler)
      },
    }
  },
  tawk(window: Page) {
    window.Tawk_API = window.Tawk_API ?? {}
    dispatched(window)
  },
  chatwoot(window: Page) {
    window.$chatwoot = {}
    dispatched(window)
  },
  salesforce(window: Page) {
    window.embeddedservice_bootstrap = {}
    dispatched(window)
  },
  tidio(window: Page) {
    window.tidioChatApi = {}
    dispatched(window, window.document)
  },
}

/** A widget, and its words for what a conversation comes to. */
export interface Chat {
  /** The adapter, by its name in `sources`. */
  source: string
  global: string
  library(window: Page): void
  snippet?(window: Page): void
  /** How a page listens to it itself. */
  listen(window: Page, name: string, handler: Handler): unknown
  /** The conversation's id, where the widget gives one with the word that begins it: `start`, or else `agent`. */
  id?: string | number
  start?: Says
  /** An agent has written: the widget tells no end, which is concluded. */
  agent?: Says
  open?: Says
  close: Says
  end?: Says
  asks?: Says
  rate?: Says
  rating?: string | number
}

const onWindow: Chat['listen'] = (window, name, handler) => window.addEventListener(name, handler)
const csat = (response?: object): Says => [
  'chatwoot:on-message',
  {
    conversation_id: 3,
    sender_type: 'User',
    content_type: 'input_csat',
    ...(response && { content_attributes: { submitted_values: { csat_survey_response: response } } }),
  },
]

export const chats = {
  intercom: {
    source: 'intercom',
    global: 'Intercom',
    library: libraries.intercom,
    snippet: snippets.intercom,
    listen: (window, name, handler) => window.Intercom(name, handler),
    agent: ['onUnreadCountChange', 1],
    open: ['onShow'],
    close: ['onHide'],
  },
  zendesk: {
    source: 'zendesk',
    global: 'zE',
    library: libraries.zendesk,
    snippet: snippets.zendesk,
    listen: (window, name, handler) => window.zE('messenger:on', name, handler),
    agent: ['conversationAgentAssigned'],
    open: ['open'],
    close: ['close'],
  },
  zendeskClassic: {
    source: 'zendesk',
    global: 'zE',
    library: libraries.zendeskClassic,
    snippet: snippets.zendesk,
    listen: (window, name, handler) => window.zE('webWidget:on', name, handler),
    start: ['chat:start'],
    open: ['open'],
    close: ['close'],
    end: ['chat:end'],
  },
  crisp: {
    source: 'crisp',
    global: '$crisp',
    library: libraries.crisp,
    snippet: snippets.crisp,
    listen: (window, name, handler) => window.$crisp.push(['on', name, handler]),
    id: 'session_1',
    agent: ['message:received', { from: 'operator' }],
    open: ['chat:opened'],
    close: ['chat:closed'],
  },
  livechat: {
    source: 'livechat',
    global: 'LiveChatWidget',
    library: libraries.livechat,
    snippet: snippets.livechat,
    listen: (window, name, handler) => window.LiveChatWidget.on(name, handler),
    id: 'T1',
    start: ['customer_status_changed', { status: 'chatting' }],
    open: ['visibility_changed', { visibility: 'maximized' }],
    close: ['visibility_changed', { visibility: 'minimized' }],
    end: ['customer_status_changed', { status: 'browsing' }],
    rate: ['rating_submitted', 'bad'],
    rating: 'bad',
  },
  hubspot: {
    source: 'hubspot',
    global: 'HubSpotConversations',
    library: libraries.hubspot,
    listen: (window, name, handler) => window.HubSpotConversations.on(name, handler),
    id: 42,
    start: ['conversationStarted', { conversation: { conversationId: 42 } }],
    close: ['widgetClosed'],
    end: ['conversationClosed', { conversation: { conversationId: 42 } }],
  },
  freshchat: {
    source: 'freshchat',
    global: 'fcWidget',
    library: libraries.freshchat,
    listen: (window, name, handler) => window.fcWidget.on(name, handler),
    agent: ['message:received', {}],
    open: ['widget:opened'],
    close: ['widget:closed'],
    asks: ['csat:received', {}],
    rate: ['csat:updated', { data: { rating: 4 } }],
    rating: 4,
  },
  drift: {
    source: 'drift',
    global: 'drift',
    library: libraries.drift,
    snippet: snippets.drift,
    listen: (window, name, handler) => window.drift.on(name, handler),
    id: 7,
    agent: ['message', { conversationId: 7, teamMember: { name: 'Ana' } }],
    open: ['sidebarOpen'],
    close: ['sidebarClose'],
  },
  gorgias: {
    source: 'gorgias',
    global: 'GorgiasChat',
    library: libraries.gorgias,
    listen: (window, name, handler) => window.GorgiasChat.init() && window.GorgiasChat.on(name, handler),
    agent: ['message:received', { content: { text: 'Hello' } }],
    open: ['widget:opened'],
    close: ['widget:closed'],
  },
  tawk: {
    source: 'tawk',
    global: 'Tawk_API',
    library: libraries.tawk,
    listen: onWindow,
    start: ['tawkChatStarted'],
    open: ['tawkChatMaximized'],
    close: ['tawkChatMinimized'],
    end: ['tawkChatEnded'],
    rate: ['tawkChatSatisfaction', -1],
    rating: -1,
  },
  chatwoot: {
    source: 'chatwoot',
    global: '$chatwoot',
    library: libraries.chatwoot,
    listen: onWindow,
    id: 3,
    agent: ['chatwoot:on-message', { conversation_id: 3, sender_type: 'User' }],
    open: ['chatwoot:opened'],
    close: ['chatwoot:closed'],
    asks: csat(),
    rate: csat({ rating: 5 }),
    rating: 5,
  },
  salesforce: {
    source: 'salesforce',
    global: 'embeddedservice_bootstrap',
    library: libraries.salesforce,
    listen: onWindow,
    id: 'S1',
    start: ['onEmbeddedMessagingConversationStarted', { conversationId: 'S1' }],
    open: ['onEmbeddedMessagingWindowMaximized'],
    close: ['onEmbeddedMessagingWindowMinimized'],
    end: [
      'onEmbeddedMessagingSessionStatusUpdate',
      {
        conversationId: 'S1',
        conversationEntry: {
          entryPayload: JSON.stringify({ entryType: 'SessionStatusChanged', sessionStatus: 'Ended' }),
        },
      },
    ],
  },
  tidio: {
    source: 'tidio',
    global: 'tidioChatApi',
    library: libraries.tidio,
    listen: (window, name, handler) => window.document.addEventListener(name, handler),
    agent: ['tidioChat-messageFromOperator'],
    open: ['tidioChat-open'],
    close: ['tidioChat-close'],
  },
} satisfies Record<string, Chat>
