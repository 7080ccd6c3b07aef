import { application } from './application.ts';

export default application;
