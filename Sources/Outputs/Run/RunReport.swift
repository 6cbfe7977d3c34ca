/// What `run.json` says of a run: what went in, what came out, with what it was made. Nothing in it names the machine.
public struct RunReport: Sendable {
  /// A file that the output depends on: a lexicon, a model, the pipeline file.
  public struct Resource: Hashable, Sendable {
    public var name: String
    public var version: String?
    /// Of the contents: see ``Documents/StableHash``.
    public var hash: String

    public init(name: String, version: String? = nil, hash: String) {
      self.name = name
      self.version = version
      self.hash = hash
    }
  }

  public var version: String
  public var pipeline: Resource
  public var lexicons: [Resource] = []
  public var models: [Resource] = []
  /// As the user wrote them.
  public var inputs: [String] = []
  /// The files written, by name.
  public var outputs: [String] = []
  /// Name and number, in order.
  public var counts: [(name: String, count: Int)] = []
  /// Name and seconds, in order: `elapsed` is wall-clock time, all else is summed over the threads.
  public var timings: [(name: String, seconds: Double)] = []
  /// `k/n` for a part of a run.
  public var shard: String?
  public var jobs = 1
  /// ISO 8601, UTC.
  public var started = ""

  public init(version: String, pipeline: Resource) {
    self.version = version
    self.pipeline = pipeline
  }

  /// The file's bytes.
  public func json() -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("version")
    json.value(version)
    json.key("pipeline")
    Self.write(pipeline, to: &json)
    for (key, resources) in [("lexicons", lexicons), ("models", models)] {
      json.key(key)
      json.beginArray()
      for resource in resources { Self.write(resource, to: &json) }
      json.endArray()
    }
    for (key, names) in [("inputs", inputs), ("outputs", outputs)] {
      json.key(key)
      json.beginArray()
      for name in names { json.value(name) }
      json.endArray()
    }
    json.key("counts")
    json.beginObject()
    for (name, count) in counts {
      json.key(name)
      json.value(count)
    }
    json.endObject()
    json.key("timings")
    json.beginObject()
    for (name, seconds) in timings {
      json.key(name)
      json.value(seconds)
    }
    json.endObject()
    if let shard {
      json.key("shard")
      json.value(shard)
    }
    json.key("jobs")
    json.value(jobs)
    json.key("started")
    json.value(started)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ resource: Resource, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(resource.name)
    json.key("version")
    json.value(resource.version)
    json.key("hash")
    json.value(resource.hash)
    json.endObject()
  }
}
