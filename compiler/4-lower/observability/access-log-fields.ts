/** What an entry of a log says if the document leaves it open. */
export type Fields = Readonly<Record<string, string>>;

/** Who asked what, what came of it, and where it was spent. */
export const FIELDS: Fields = {
  start_time: '%START_TIME%',
  method: '%REQ(:METHOD)%',
  host: '%REQ(:AUTHORITY)%',
  path: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
  protocol: '%PROTOCOL%',
  status: '%RESPONSE_CODE%',
  status_details: '%RESPONSE_CODE_DETAILS%',
  flags: '%RESPONSE_FLAGS%',
  bytes_received: '%BYTES_RECEIVED%',
  bytes_sent: '%BYTES_SENT%',
  duration: '%DURATION%',
  client: '%DOWNSTREAM_REMOTE_ADDRESS%',
  server_name: '%REQUESTED_SERVER_NAME%',
  route: '%ROUTE_NAME%',
  upstream_cluster: '%UPSTREAM_CLUSTER%',
  upstream_host: '%UPSTREAM_HOST%',
  upstream_failure: '%UPSTREAM_TRANSPORT_FAILURE_REASON%',
  user_agent: '%REQ(USER-AGENT)%',
  request_id: '%REQ(X-REQUEST-ID)%',
};

/** Who came, to whom, and how far. */
export const CONNECTION_FIELDS: Fields = {
  start_time: '%START_TIME%',
  client: '%DOWNSTREAM_REMOTE_ADDRESS%',
  listener_address: '%DOWNSTREAM_LOCAL_ADDRESS%',
  server_name: '%REQUESTED_SERVER_NAME%',
  tls_version: '%DOWNSTREAM_TLS_VERSION%',
  chain: '%FILTER_CHAIN_NAME%',
  flags: '%RESPONSE_FLAGS%',
  failure: '%DOWNSTREAM_TRANSPORT_FAILURE_REASON%',
  termination: '%CONNECTION_TERMINATION_DETAILS%',
  duration: '%DURATION%',
};
