import type { Database } from './database.ts';
import type { Store } from './port.ts';

export const createChangeStamp = ({
  changeStamp,
}: Pick<Database, 'changeStamp'>): Pick<Store, 'changeStamp'> => ({
  changeStamp: async () => changeStamp(),
});
