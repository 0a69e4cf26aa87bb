/// A number of bytes as a person says it in English: `245 kB`.
package func sizeInWords(bytes count: Int) -> String {
  if count < 1000 { return count == 1 ? "1 byte" : "\(count) bytes" }
  if count < 1_000_000 { return "\((count + 500) / 1000) kB" }
  let tenths = (count + 50_000) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}
