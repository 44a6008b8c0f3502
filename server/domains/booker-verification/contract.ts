import { z } from "zod";
import { idParam } from "../../operation.js";
import { mailAddress } from "../../wire.js";

export const ofEventType = z.object({ eventTypeId: idParam });

export const RequestBookerCodeInput = z.object({ email: mailAddress }).meta({ id: "RequestBookerCodeInput" });
