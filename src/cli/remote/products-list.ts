import { harmless } from '../terminal/terminal';
import { connect } from './connection';
import { limitOption, readPages } from './pages';
import { type RemoteCommand } from './remote-command';
import { companyOption, jsonOption, showList } from './show';

export const productsList: RemoteCommand = {
  name: 'products list',
  summary: 'List the products, and which of them your company has',
  examples: [['kunci products list', 'their codes are what keys create --product takes']],
  options: [limitOption, companyOption, jsonOption],
  run: async (call) => {
    const { client } = connect(call);
    const products = await readPages(call, (query) => client.GET('/api/v1/products', { params: { query } }));
    showList(call, products, [
      ['CODE', ({ code }) => harmless(code)],
      ['NAME', ({ name }) => harmless(name)],
      ['ACTIVATION', ({ activation }) => activation],
    ]);
  },
};
