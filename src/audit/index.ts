export {attack, isGivenAway, isSafeToWithhold, type Attack, type AttackOptions, type Finding} from "./attack/attack.ts";
export {certificateSchema, type Certificate} from "./certificate/certificate.ts";
export {checkCertificate, type CertificateCheck} from "./certificate/checkCertificate.ts";
export {ConfidentialFolder} from "./confidential/ConfidentialFolder.ts";
export {writePrivately} from "./confidential/writePrivately.ts";
export {DisclosureError} from "./DisclosureError.ts";
export type {AuditModel} from "./model/auditModel.ts";
export {modelOf} from "./model/modelOf.ts";
export type {AuditReport} from "./release/AuditReport.ts";
export {auditRelease, type Audit, type AuditOptions} from "./release/auditRelease.ts";
export {describeReport} from "./release/describeReport.ts";
export {ownFaults} from "./release/ownFaults.ts";
export {rangeOfGroup, type GroupRange} from "./release/rangeOfGroup.ts";
export {knownFrom} from "./release/knownFrom.ts";
export {readSignedCells, signedCells, type SignedCells} from "./model/readSignedCells.ts";
export {auditDist} from "./site/auditDist.ts";
export {describeDistAudit} from "./site/describeDistAudit.ts";
export type {EditionInDist} from "./site/editionInDist.ts";
export type {
  Definitions,
  DerivedColumn,
  EditionDefinition,
  PopulationDefinition,
  SourceDefinition,
  VariableDefinition,
} from "./population/definition.ts";
export {completeRecords, type People, type Records} from "./population/records.ts";
export {bucketsOf, rotate} from "./population/records.ts";
export type {PeopleCertificate, Rotation, Witness} from "./population/certificate.ts";
export {sizeOf, underlying, valueWith} from "./population/columns.ts";
export {mostRevisedOf} from "./people/revisions.ts";
export {columnsIn, countQuantities, type Part, type Quantity, type Term} from "./population/quantity.ts";
export {ImpossibleRecords} from "./people/ImpossibleRecords.ts";
export {ChangedPeople} from "./population/ChangedPeople.ts";
export {ChangeCounter} from "./people/ChangeCounter.ts";
export {weightOf} from "./people/WeightTable.ts";
export type {PeopleStatement} from "./people/peopleStatement.ts";
export {statementsOn} from "./people/statements.ts";
export {copyOf, deriveRow, writeRuns} from "./population/records.ts";
export {listGroups} from "./people/listGroups.ts";
export type {ListedGroup, ListedPublication, Watch} from "./people/listed.ts";
export {MeansOfFew} from "./people/MeansOfFew.ts";
export type {Averaged, FewMean} from "./people/averaged.ts";
export type {OpenMean} from "./people/FollowedMeans.ts";
export type {Mean} from "./people/Spans.ts";
export {checkPeople, checkPeopleInTurn, type PeopleCheck, type SignedPeople} from "./people/checkPeople.ts";
export {listedCount, markedCounts, type MarkedCount} from "./people/markedCounts.ts";
export {peopleCertificateSchema} from "./population/certificate.ts";
export {valuesAmong, type AskedGroup} from "./people/valuesAmong.ts";
export {basePeople} from "./people/basePeople.ts";
export {countsNamed} from "./people/countsNamed.ts";
export {checkProof, type PeopleProof, type ProofAtHand} from "./people/checkProof.ts";
export {describeGuarantee} from "./people/describeGuarantee.ts";
export {printedAlready} from "./people/printedAlready.ts";
export {provedTogether} from "./people/provedTogether.ts";
export {readCertificate, writeCertificate} from "./people/readCertificate.ts";
export {gapsOf, type Gap} from "./people/checkDefinitions.ts";
export {populationsOf} from "./population/populationsOf.ts";
export {readElsewhere} from "./people/readElsewhere.ts";
export {tieColumns, type ExchangeTies} from "./people/tieColumns.ts";
export {beneath, ownColumns} from "./population/ownColumns.ts";
export {quantitySignature, signatureOf} from "./people/signature.ts";
export {refuseOtherClients} from "./release/tellingTogether.ts";
