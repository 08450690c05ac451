/** When people hear of contracts by themselves. */
export type ContractMarks = {
  /** Days before the last day, the most first; 0: that day. */
  remindDays: readonly number[];
  /** Percent used of what is included, the least first. */
  tellUsed: readonly number[];
};
