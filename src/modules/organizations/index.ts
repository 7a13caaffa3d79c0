/** What other modules may ask of the organization tree. */
export { createCluster, ensureCluster, ensureRegions } from './unit.actions.ts'
export {
  findCluster,
  findUnit,
  listClusters,
  listClustersNamed,
  listDistrictIds,
  listUnitNames,
  listUnits,
  type Cluster,
} from './unit.sql.ts'
export { loadCluster, loadSchool } from './unit.load.ts'
export { endMemberships } from './membership.actions.ts'
export {
  listClustersOfSchool,
  listDistrictYears,
  listKeptRoles,
  listMembers,
  listMembersByCluster,
  listMembersOn,
  membersOn,
  listSchoolsOf,
  listYears,
  type Member,
  type SchoolOfYear,
} from './membership.sql.ts'
export { listClasses } from './class.sql.ts'
export { listKindsOfYear, type KindOfYear } from './kind.sql.ts'
export { isCluster, placeOf, unitAccess } from './unit.access.ts'
export { findHomeCluster, listCities, listStandings, listUnitsCalled, type Standing } from './standing.sql.ts'
export { readSchoolLines } from './school-lines.actions.ts'
export { listContacts } from './contact.actions.ts'
export { listDutiesIn } from './duty.sql.ts'
export { listCampusPlaces } from './campus.sql.ts'
export { stagesOfKind } from './cluster.rules.ts'
export {
  frozenBetween,
  isSameState,
  restoreClusterState,
  schoolsIn,
  stateDifferences,
} from './cluster-state.actions.ts'
export { findClusterState, type ClusterState } from './cluster-state.sql.ts'
