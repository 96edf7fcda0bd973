/** What browsers have, jsdom has not, and Vuetify asks for while it is loaded: the answer is that nothing is supported. */
globalThis.CSS ??= { supports: () => false } as unknown as typeof CSS
