import type { Generated } from 'kysely';
import type { Exception } from '../../domain/contract/exception.ts';
import type { ArrivalId, AssociateId, TicketNo } from '../../domain/ids.ts';

/** Contracts, what was found out and granted about them, and what outside parties know tickets by. */
export type DirectoryTables = {
  /** One row: `version` counts up with each change of customers, their people and contracts. */
  directory: { id: number; version: number };
  /** `terms`: JSON of a `ContractSettings`. */
  contracts: { number: string; customer: string; terms: string; at: number };
  renewals: {
    id: Generated<number>;
    number: string;
    was: string;
    until: string;
    associate: AssociateId;
    at: number;
    arrival: ArrivalId | null;
  };
  /** `coverage`: JSON of a `Coverage`. */
  coverages: { ticket: TicketNo; contract: string | null; coverage: string; at: number };
  exceptions: {
    id: Generated<number>;
    ticket: TicketNo;
    customer: string | null;
    state: Exception['state'];
    associate: AssociateId | null;
    via: Exception['via'];
    recorded_by: AssociateId | null;
    reason: string;
    until: string | null;
    at: number;
    arrival: ArrivalId | null;
  };
  their_numbers: { associate: AssociateId; number: string; ticket: TicketNo; at: number };
};
