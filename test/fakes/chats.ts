/**
 * Stand-ins for the scripts of chat widgets, as far as a page meets them: the queue of the snippet before the library has
 * come, the library after it. Each stands alone, so that a page can have it as a script. `say` tells an event as the
 * widget would, and what a handler throws goes to whoever tells.
 */
// biome-ignore-all lint/suspicious/noExplicitAny: a page's globals are whatever its scripts make of them
type Page = any

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
  intercom(window: Page) {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    const { q = [] } = window.Intercom ?? {}
    window.Intercom = (method: string, handler: () => unknown) => {
      handlers[method] ??= []
      handlers[method].push(handler)
    }
    for (const call of q) window.Intercom(...call)
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  /** Of two widgets, which answer to commands of their own alone. */
  zendesk(window: Page, widget = 'messenger') {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    const { _: queue = [] } = window.zE ?? {}
    window.zE = Object.assign(
      (command: string, name: string, handler: () => unknown) => {
        if (command !== (widget === 'classic' ? 'webWidget:on' : 'messenger:on'))
          throw new Error('An error occurred in your use of the Zendesk Widget API')
        handlers[name] ??= []
        handlers[name].push(handler)
      },
      { widget },
    )
    for (const call of queue) window.zE(...call)
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  crisp(window: Page) {
    let handlers: [string, (payload?: unknown) => unknown][] = []
    const queue = window.$crisp
    window.$crisp = {
      push([action, name, handler]: [string, string, () => unknown]) {
        if (action === 'on') handlers.push([name, handler])
        if (action === 'off') handlers = handlers.filter(one => one[0] !== name)
      },
      get: (name: string) => (name === 'session:identifier' ? 'session_1' : null),
    }
    if (Array.isArray(queue)) for (const command of queue) window.$crisp.push(command)
    window.say = (name: string, payload?: unknown) => {
      for (const [one, handler] of [...handlers]) if (one === name) handler(payload)
    }
  },
  livechat(window: Page) {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    const queue = window.LiveChatWidget?._q ?? []
    const widget: Page = window.LiveChatWidget?._q && !window.LiveChatWidget._h ? window.LiveChatWidget : {}
    widget._q = []
    widget._h = (command: string, name: string, handler: () => unknown) => {
      if (command === 'get') return { chatId: 'C1', threadId: 'T1' }
      handlers[name] ??= []
      handlers[name].push(handler)
    }
    widget.on ??= (name: string, handler: () => unknown) => widget._h('on', name, handler)
    widget.get ??= (name: string) => widget._h('get', name)
    window.LiveChatWidget = widget
    for (const call of queue) widget._h(...call)
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  hubspot(window: Page) {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    window.HubSpotConversations = {
      on(name: string, handler: () => unknown) {
        handlers[name] ??= []
        handlers[name].push(handler)
      },
    }
    for (const ready of window.hsConversationsOnReady ?? []) ready()
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  /** It hears of its own events alone, and forgets by the handler's name. */
  freshchat(window: Page) {
    const known = ['widget:opened', 'widget:closed', 'message:received', 'csat:received', 'csat:updated', 'csat:show']
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    window.fcWidget = {
      on(name: string, handler: () => unknown) {
        if (!known.includes(name)) return
        handlers[name] ??= []
        handlers[name].push(handler)
      },
      off() {
        throw new Error('somebody else’s handler would go')
      },
    }
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  drift(window: Page) {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    const queue = Array.isArray(window.drift) ? [...window.drift] : []
    window.drift = {
      on(name: string, handler: () => unknown) {
        handlers[name] ??= []
        handlers[name].push(handler)
      },
      off() {
        throw new Error('everybody’s handlers would go')
      },
    }
    for (const [, name, handler] of queue) window.drift.on(name, handler)
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  gorgias(window: Page) {
    const handlers: Record<string, ((payload?: unknown) => unknown)[]> = {}
    let isReady = false
    window.GorgiasChat = {
      init: async () => {
        isReady = true
      },
      on(name: string, handler: () => unknown) {
        if (!isReady) throw new Error('You are trying to use the Gorgias Chat API before its initialization')
        handlers[name] ??= []
        handlers[name].push(handler)
      },
    }
    window.say = (name: string, payload?: unknown) => {
      for (const handler of handlers[name] ?? []) handler(payload)
    }
  },
  tawk(window: Page) {
    window.Tawk_API = window.Tawk_API ?? {}
    window.say = (name: string, detail?: unknown) => {
      window.dispatchEvent(new window.CustomEvent(name, { detail }))
    }
  },
  chatwoot(window: Page) {
    window.$chatwoot = {}
    window.say = (name: string, detail?: unknown) => {
      window.dispatchEvent(new window.CustomEvent(name, { detail }))
    }
  },
  salesforce(window: Page) {
    window.embeddedservice_bootstrap = {}
    window.say = (name: string, detail?: unknown) => {
      window.dispatchEvent(new window.CustomEvent(name, { detail }))
    }
  },
  tidio(window: Page) {
    window.tidioChatApi = {}
    window.say = (name: string, detail?: unknown) => {
      window.document.dispatchEvent(new window.CustomEvent(name, { detail }))
    }
  },
}
