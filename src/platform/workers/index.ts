export { LEADER_LINK, leaderLink } from './leader-link';
export { QuestionRelay } from './question-relay';
export { WorkerPeers } from './worker-peers';
