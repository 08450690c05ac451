/** Whether a host is this machine by its very name, so that what is said to it never crosses a wire; an unknown name is not. */
export const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|::1|\[::1\]|(?:.+\.)?localhost)$/i.test(host);
