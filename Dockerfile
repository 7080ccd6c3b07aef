# A relay, and every other command of enroutectl, in a container:
#   docker build -t enroute . && docker run --rm enroute relay --help
FROM node:24-slim AS build
WORKDIR /enroute
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
RUN node build.mjs && npm prune --omit=dev --no-audit --no-fund --loglevel=error

FROM node:24-slim
WORKDIR /enroute
COPY --from=build /enroute/package.json /enroute/LICENSE ./
COPY --from=build /enroute/node_modules node_modules
COPY --from=build /enroute/dist dist
ENV NODE_ENV=production
# Nothing is written but the folder of --cache, which is to be a volume.
USER node
EXPOSE 18000 18001
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:18001/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/enroute/dist/cli/enroutectl.js"]
CMD ["relay"]
