# The static program and nothing else, but for what terminals can do:
#   docker build -t nodule . && docker run --rm -it nodule -p 'process.memoryUsage()'
FROM debian:12 AS build
RUN apt-get update -q && apt-get install -y -q --no-install-recommends make
WORKDIR /nodule
COPY Makefile .
RUN make deps
COPY . .
RUN make -j"$(nproc)" dist && tar -xzf dist/*.tar.gz --strip-components=1 --one-top-level=/out

FROM scratch
COPY --from=build /out/nodule /nodule
COPY --from=build /lib/terminfo /lib/terminfo
ENTRYPOINT ["/nodule"]
