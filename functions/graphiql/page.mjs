/** The program of the page: GraphiQL, asking the API that the page is from. It keeps no headers: they hold tokens. */
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { askAt } from './ask.ts';

const FIRST_QUERY = `# What refers to a Gateway: its hosts, the routes that are attached to them, and where those go.
{
  gateways(first: 10) {
    nodes {
      metadata { namespace name }
      users {
        ... on VirtualHost {
          spec { hostnames }
          users {
            ... on Route {
              metadata { name }
              spec { routes { forward { upstreamDocument { metadata { name } } } } }
            }
          }
        }
      }
    }
  }
}
`;

createRoot(document.body).render(
  createElement(GraphiQL, { fetcher: askAt('/graphql'), shouldPersistHeaders: false, defaultQuery: FIRST_QUERY }),
);
