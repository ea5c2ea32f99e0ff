"use server";

import { action } from "@/lib/api/action";
import {
  approveChange,
  reopenChange,
  returnChange,
  takeOverChange,
  withdrawChange,
} from "@/lib/incidents/change-decisions";
import { readForDesk } from "@/lib/incidents/permalink-queries";
import { proposeChange, proposeRestore } from "@/lib/incidents/proposed-change-commands";
import {
  approvalSchema,
  proposalIdSchema,
  proposalInputSchema,
  proposalReturnSchema,
  proposeRestoreSchema,
  publicIdSchema,
} from "@/lib/incidents/proposed-change-schema";

export const proposeChangeAction = action(proposalInputSchema, proposeChange);

export const proposeRestoreAction = action(proposeRestoreSchema, proposeRestore);

export const approveChangeAction = action(approvalSchema, approveChange);

export const returnChangeAction = action(proposalReturnSchema, returnChange);

export const withdrawChangeAction = action(proposalIdSchema, withdrawChange);

export const takeOverChangeAction = action(proposalIdSchema, takeOverChange);

export const reopenChangeAction = action(proposalIdSchema, reopenChange);

/** An incident as it is stored now, for a form that was opened earlier. */
export const readIncidentAction = action(publicIdSchema, async (principal, { publicId }) =>
  readForDesk(principal, publicId),
);
