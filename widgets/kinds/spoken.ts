import type { Question } from '../../src/contracts'
import type { ChoiceQuestion } from '../../src/schema'
import type { Flow } from '../flow'
import { OTHER, optionsOf } from '../parts/choices'
import type { QuestionProps } from '../questions/kind'

/** Has `{{answers.reason}}` name a choice by its label, and another in the visitor's own words. */
export function spoken(values: Record<string, unknown>, flow: Flow, say: QuestionProps<Question>['say']): void {
  for (const { question, value, other } of flow.answers) {
    const asked = flow.survey.questions.find(({ id }) => id === question) as Partial<ChoiceQuestion> | undefined
    if (!asked?.choices || !Object.hasOwn(values, question)) continue
    const options = optionsOf(asked.choices)
    const name = (id: unknown) => {
      const option = options.find(one => one.id === id)
      return (option ? say(option.label) : id === OTHER && other) || id
    }
    values[question] = [value].flat().map(name)
  }
}
