import { existsSync } from 'node:fs'

/** Where Debian's webkit2gtk-driver puts its browser. */
export const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

/** WebKit can be driven where its driver and a virtual display are installed. */
export const hasWebKit = [miniBrowser, '/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'].every(existsSync)
