import graphql from '@graphql-eslint/eslint-plugin';

const documents = './graphql/operations/**/*.graphql';

/** For GraphQL alone: Biome lints everything else. */
export default [
  { ignores: ['**/*', '!graphql/', '!graphql/**', 'graphql/released.graphql', 'graphql/generated/'] },
  {
    files: ['graphql/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './graphql/schema.graphql', documents } },
    },
    plugins: { '@graphql-eslint': graphql },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['graphql/schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      // What has an identity implements Node, which demands `id: ID!`; all else is a value, as `Progress`, of which an
      // id would say nothing. test/graphql/schema.test.ts holds that whatever stands in a connection is a Node.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
  {
    files: ['graphql/operations/**/*.graphql'],
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // Asks for `id` in every selection, for caches that take answers apart. A dashboard shows an answer as it comes.
      '@graphql-eslint/require-selections': 'off',
    },
  },
];
