/** Whether a host can be reached from this machine only; an unknown name counts as the outside. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
