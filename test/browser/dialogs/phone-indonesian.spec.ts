import { checkDialogs } from './checks';

checkDialogs(375, 'id');
