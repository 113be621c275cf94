import {eventBounds} from "./eventBounds.ts";
import {tinyNumberKey} from "./printedNumbers.ts";
import {ofFiguresAlone, quotientFaults} from "./quotient.ts";
import {timesPrinted, unitInFiles} from "./timesPrinted.ts";
import type {Tells} from "./tells.ts";

/** Of so many people it is, where nothing else is asked. */
const usual = 1000;

/** Published events over a published population. */
export const crudeRate: Tells<"crude-rate"> = {
  ...ofFiguresAlone,
  faultsOf: (printed) => {
    const [times, over] = timesPrinted(printed.address, usual);
    return quotientFaults(printed, {times: times / over, decimals: 1, most: Infinity, ofCount: eventBounds});
  },
  numbersOf: ({cell}) => [tinyNumberKey(cell, 1)],
  numbersInTable: ({cell}) => [tinyNumberKey(cell, 1)],
  namesOf: () => ["rate"],
  nameInFiles: ({column, over, ...unit}) => `crude rate ${column} per ${over}${unitInFiles(unit, usual)}`,
};
